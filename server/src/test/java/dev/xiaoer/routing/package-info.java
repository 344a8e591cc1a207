@NullMarked
package dev.xiaoer.routing;

import org.jspecify.annotations.NullMarked;
