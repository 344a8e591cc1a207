@NullMarked
package dev.xiaoer.routing.web;

import org.jspecify.annotations.NullMarked;
