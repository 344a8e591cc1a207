package dev.xiaoer.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/// @param reachable (`desk.demo.public`) lets the demo, whose passwords everybody knows, listen to other machines
@ConfigurationProperties("desk.demo")
record DemoSettings(@Name("public") @DefaultValue("false") boolean reachable) {}
