@NullMarked
package dev.xiaoer.availability;

import org.jspecify.annotations.NullMarked;
