package dev.xiaoer.bench.dialect;

/// STOMP 1.2 as Spring's simple broker speaks it.
public final class StompDialect implements Dialect {

  /// A subscription of the simple broker is not confirmed; the seat asks until it hears itself.
  private static final long ASK_AGAIN_MS = 500;

  @Override
  public Talk talk(Seat seat) {
    return new StompTalk(seat);
  }

  private static final class StompTalk implements Talk {

    private final Seat seat;
    private boolean heardItself;

    StompTalk(Seat seat) {
      this.seat = seat;
    }

    private String queue() {
      return switch (seat) {
        case Seat.Buyer(int number, int _) -> "buyer." + number;
        case Seat.Agent(int number) -> "agent." + number;
      };
    }

    @Override
    public String path() {
      return "/ws";
    }

    @Override
    public String subprotocol() {
      return "v12.stomp";
    }

    @Override
    public void opened(Line line) {
      line.send("CONNECT\naccept-version:1.2\nhost:desk\nheart-beat:0,0\n\n\0");
    }

    @Override
    public void heard(Line line, Text text) {
      if (text.startsWith("MESSAGE")) {
        heardMessage(line, text);
      } else if (text.startsWith("CONNECTED")) {
        line.send("SUBSCRIBE\nid:0\ndestination:/queue/" + queue() + "\n\n\0");
        again(line);
      } else if (!text.startsWith("\n")) {
        line.refused(text.string());
      }
    }

    private void heardMessage(Line line, Text text) {
      long mark = Mark.find(text.bytes(), text.length());
      if (mark == Mark.NONE) {
        if (!heardItself) {
          heardItself = true;
          line.ready();
        }
        return;
      }
      switch (seat) {
        case Seat.Buyer _ -> line.acknowledged(Mark.phase(mark), Mark.number(mark));
        case Seat.Agent _ -> line.delivered(Mark.phase(mark), Mark.number(mark));
      }
    }

    @Override
    public void again(Line line) {
      if (heardItself) {
        return;
      }
      line.send("SEND\ndestination:/app/welcome\ncontent-type:application/json\n\n{\"queue\":\"" + queue() + "\"}\0");
      line.againAfter(ASK_AGAIN_MS);
    }

    @Override
    public void say(Line line, int phase, int number) {
      if (seat instanceof Seat.Buyer(int buyer, int agent)) {
        String mark = Mark.of(phase, number);
        line.send(
            "SEND\ndestination:/app/message\ncontent-type:application/json\n\n{\"from\":\""
                + buyer
                + "\",\"to\":\""
                + agent
                + "\",\"ref\":\""
                + mark
                + "\",\"text\":\""
                + Dialect.words(mark)
                + "\"}\0");
      }
    }
  }
}
