package dev.xiaoer.groups;

/// How far the youngest order of a buyer has come; NONE for a buyer of whom no order is known.
public enum OrderStage {
  NONE, PAID, PACKED, SHIPPED, RECEIVED
}
