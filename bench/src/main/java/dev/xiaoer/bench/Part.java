package dev.xiaoer.bench;

/// What is measured of one server in one go.
interface Part {
  void run() throws Exception;
}
