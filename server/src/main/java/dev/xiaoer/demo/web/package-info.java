/// The door of the demo's pages.
@NullMarked
package dev.xiaoer.demo.web;

import org.jspecify.annotations.NullMarked;
