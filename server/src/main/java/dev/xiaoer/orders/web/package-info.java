@NullMarked
package dev.xiaoer.orders.web;

import org.jspecify.annotations.NullMarked;
