@NullMarked
package dev.xiaoer.http;

import org.jspecify.annotations.NullMarked;
