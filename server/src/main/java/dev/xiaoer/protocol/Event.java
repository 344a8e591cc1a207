package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Something that happened, kept in the log of a topic. The audience is in the type: what is not [ForBuyer] cannot be
/// appended to a buyer topic.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Event permits ForBuyer, ForStaff, ForAgent, ForSupervisors {}
