/// A whole desk for tests: started once, spoken to from outside.
@NullMarked
package dev.xiaoer.desk;

import org.jspecify.annotations.NullMarked;
