@NullMarked
package dev.xiaoer.conversation.web;

import org.jspecify.annotations.NullMarked;
