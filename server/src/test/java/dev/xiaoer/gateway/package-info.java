@NullMarked
package dev.xiaoer.gateway;

import org.jspecify.annotations.NullMarked;
