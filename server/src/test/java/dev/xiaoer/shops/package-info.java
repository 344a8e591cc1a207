@NullMarked
package dev.xiaoer.shops;

import org.jspecify.annotations.NullMarked;
