package dev.xiaoer.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param claim how long a claim may take to be recorded before somebody else finishes it
/// @param unsettled how long a change in two places may take before somebody puts it right
/// @param mentionsKept how long it is remembered who was told of a note, so that a repeat tells nobody twice
/// @param transfersKept how long it is remembered how a transfer ended, for commands that are repeated
/// @param batch how many buyers are given out in one step
@ConfigurationProperties("desk.routing")
record RoutingSettings(@DefaultValue("5s") Duration claim, @DefaultValue("5s") Duration unsettled,
    @DefaultValue("48h") Duration mentionsKept, @DefaultValue("48h") Duration transfersKept,
    @DefaultValue("50") int batch) {}
