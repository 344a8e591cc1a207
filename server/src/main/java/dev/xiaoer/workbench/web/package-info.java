@NullMarked
package dev.xiaoer.workbench.web;

import org.jspecify.annotations.NullMarked;
