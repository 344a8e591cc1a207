@NullMarked
package dev.xiaoer.groups;

import org.jspecify.annotations.NullMarked;
