/// What was measured, as JSON, and the page that is written from it.
@NullMarked
package dev.xiaoer.bench.report;

import org.jspecify.annotations.NullMarked;
