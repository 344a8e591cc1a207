@NullMarked
package dev.xiaoer.privacy;

import org.jspecify.annotations.NullMarked;
