package dev.xiaoer.bench.dialect;

/// Plain JSON over a plain WebSocket: spoken by the bare Spring, Netty and `ws` baselines.
public final class BareDialect implements Dialect {

  @Override
  public Talk talk(Seat seat) {
    return new BareTalk(seat);
  }

  private record BareTalk(Seat seat) implements Talk {

    @Override
    public String path() {
      return switch (seat) {
        case Seat.Buyer(int number, int agent) -> "/ws?role=buyer&id=" + number + "&agent=" + agent;
        case Seat.Agent(int number) -> "/ws?role=agent&id=" + number;
      };
    }

    @Override
    public void opened(Line line) {}

    @Override
    public void heard(Line line, Text text) {
      if (text.startsWith("{\"type\":\"ack\"")) {
        long mark = Mark.find(text.bytes(), text.length());
        line.acknowledged(Mark.phase(mark), Mark.number(mark));
      } else if (text.startsWith("{\"type\":\"message\"")) {
        long mark = Mark.find(text.bytes(), text.length());
        line.delivered(Mark.phase(mark), Mark.number(mark));
      } else if (text.startsWith("{\"type\":\"welcome\"")) {
        line.ready();
      } else {
        line.refused(text.string());
      }
    }

    @Override
    public void say(Line line, int phase, int number) {
      String mark = Mark.of(phase, number);
      line.send("{\"type\":\"message.post\",\"ref\":\"" + mark + "\",\"text\":\"" + Dialect.words(mark) + "\"}");
    }
  }
}
