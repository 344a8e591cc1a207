package dev.xiaoer.bench.dialect;

/// Engine.IO 4 and Socket.IO 5 packets over WebSocket alone, without the polling before it.
public final class SocketIoDialect implements Dialect {

  @Override
  public Talk talk(Seat seat) {
    return new SocketIoTalk(seat);
  }

  private record SocketIoTalk(Seat seat) implements Talk {

    @Override
    public String path() {
      return "/socket.io/?EIO=4&transport=websocket";
    }

    @Override
    public void opened(Line line) {}

    @Override
    public void heard(Line line, Text text) {
      if (text.startsWith("43")) {
        long mark = Mark.find(text.bytes(), text.length());
        line.acknowledged(Mark.phase(mark), Mark.number(mark));
      } else if (text.startsWith("42[\"message\"")) {
        long mark = Mark.find(text.bytes(), text.length());
        line.delivered(Mark.phase(mark), Mark.number(mark));
      } else if (text.startsWith("42[\"welcome\"")) {
        line.ready();
      } else if (text.startsWith("2")) {
        line.send("3");
      } else if (text.startsWith("0")) {
        line.send("40" + auth());
      } else if (!text.startsWith("40")) {
        line.refused(text.string());
      }
    }

    private String auth() {
      return switch (seat) {
        case Seat.Buyer(int number, int agent) ->
          "{\"role\":\"buyer\",\"id\":\"" + number + "\",\"agent\":\"" + agent + "\"}";
        case Seat.Agent(int number) -> "{\"role\":\"agent\",\"id\":\"" + number + "\"}";
      };
    }

    @Override
    public void say(Line line, int phase, int number) {
      String mark = Mark.of(phase, number);
      line.send(
          "42" + number + "[\"message.post\",{\"ref\":\"" + mark + "\",\"text\":\"" + Dialect.words(mark) + "\"}]");
    }
  }
}
