/// The doors for buyers over HTTP: what a widget needs before it opens its socket.
@NullMarked
package dev.xiaoer.shops.web;

import org.jspecify.annotations.NullMarked;
