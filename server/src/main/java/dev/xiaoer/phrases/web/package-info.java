@NullMarked
package dev.xiaoer.phrases.web;

import org.jspecify.annotations.NullMarked;
