package dev.xiaoer.protocol;

/// Whether an agent takes buyers. The states of hang-up, break and drain will stand beside these two.
public enum AvailabilityState {
  ONLINE, OFFLINE
}
