package dev.xiaoer.routing;

import dev.xiaoer.groups.TransferRules;

/// What is settled for the transfers of a group, now.
@FunctionalInterface
interface TransferLimits {

  TransferRules of(String desk, String group);
}
