/// The doors of the room: uploading, asking for a link, fetching by a link.
@NullMarked
package dev.xiaoer.attachments.web;

import org.jspecify.annotations.NullMarked;
