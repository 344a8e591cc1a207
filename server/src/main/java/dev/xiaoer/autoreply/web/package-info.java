@NullMarked
package dev.xiaoer.autoreply.web;

import org.jspecify.annotations.NullMarked;
