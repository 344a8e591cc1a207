@NullMarked
package dev.xiaoer.phrases;

import org.jspecify.annotations.NullMarked;
