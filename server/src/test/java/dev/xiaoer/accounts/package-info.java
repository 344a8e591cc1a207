@NullMarked
package dev.xiaoer.accounts;

import org.jspecify.annotations.NullMarked;
