@NullMarked
package dev.xiaoer.registrations.web;

import org.jspecify.annotations.NullMarked;
