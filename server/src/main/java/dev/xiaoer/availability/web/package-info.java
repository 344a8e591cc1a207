@NullMarked
package dev.xiaoer.availability.web;

import org.jspecify.annotations.NullMarked;
