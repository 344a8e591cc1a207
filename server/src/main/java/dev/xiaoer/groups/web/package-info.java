@NullMarked
package dev.xiaoer.groups.web;

import org.jspecify.annotations.NullMarked;
