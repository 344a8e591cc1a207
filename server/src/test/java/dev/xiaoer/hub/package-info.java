@NullMarked
package dev.xiaoer.hub;

import org.jspecify.annotations.NullMarked;
