package dev.xiaoer.bench.load;

/// What is done with a crowd's sockets. Called on the generator's thread.
interface Load {

  /// Nobody says anything.
  Load NONE = new Load() {
    @Override
    public void acknowledged(Wire buyer, int phase, int number) {}

    @Override
    public void delivered(int phase, int number) {}
  };

  /// @param phase messages of an earlier phase may still be under way; they are not this load's
  void acknowledged(Wire buyer, int phase, int number);

  void delivered(int phase, int number);
}
