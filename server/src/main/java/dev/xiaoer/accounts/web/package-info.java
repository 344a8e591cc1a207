/// The doors for staff over HTTP: signing in and out, one's own account, the accounts of a desk.
@NullMarked
package dev.xiaoer.accounts.web;

import org.jspecify.annotations.NullMarked;
