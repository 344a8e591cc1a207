@NullMarked
package dev.xiaoer.demo;

import org.jspecify.annotations.NullMarked;
