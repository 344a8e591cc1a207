/// How to do the compared work with each kind of server: sign in, say, recognise what is heard.
@NullMarked
package dev.xiaoer.bench.dialect;

import org.jspecify.annotations.NullMarked;
