/// The desk as people see it, in real browsers.
@NullMarked
package dev.xiaoer.browser;

import org.jspecify.annotations.NullMarked;
