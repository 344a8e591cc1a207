package dev.xiaoer.redis;

import dev.xiaoer.redis.Servers.Lane;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Acknowledges writes only when replicas have them: many scripts in one go, then one WAIT for all of them.
///
/// WAIT blocks its connection and speaks only of what was written on it, so these connections are used for nothing
/// else. What touches one key goes over one connection: it is carried out in the order it came.
final class GroupCommit {
  /// From the delivery contract, section 3 (4).
  private static final int BATCH = 64;
  private static final long WAIT_MILLIS = 500;

  private final Servers servers;
  private final ScriptRunner link;
  private final List<HeldLane> lanes;
  private final int replicas;
  private final Map<String, Train> trains = new ConcurrentHashMap<>();

  GroupCommit(Servers servers, ScriptRunner link, List<Lane> lanes, int replicas) {
    this.servers = servers;
    this.link = link;
    this.lanes = lanes.stream().map(lane -> new HeldLane(servers, lane)).toList();
    this.replicas = replicas;
  }

  CompletionStage<List<Object>> write(Script script, List<String> keys, String[] arguments) {
    DurableCall call = new DurableCall(link, this, script, keys, arguments);
    add(call);
    return call;
  }

  void add(DurableCall call) {
    int lane = Math.floorMod(call.key().hashCode(), lanes.size());
    String master = servers.master(call.key());
    trains.computeIfAbsent(lane + master, name -> new Train(lanes.get(lane), master)).add(call);
  }

  void connectAnew() {
    lanes.forEach(HeldLane::connectAnew);
  }

  void close() {
    lanes.forEach(HeldLane::close);
  }

  /// The calls for one server on one connection: while one batch is under way the next one gathers.
  private final class Train {
    private final HeldLane lane;
    private final String master;
    private final Queue<DurableCall> gathered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    Train(HeldLane lane, String master) {
      this.lane = lane;
      this.master = master;
    }

    void add(DurableCall call) {
      gathered.add(call);
      depart();
    }

    private void depart() {
      if (!gathered.isEmpty() && underWay.compareAndSet(false, true)) {
        List<DurableCall> batch = new ArrayList<>(BATCH);
        for (DurableCall call = gathered.poll(); call != null; call = batch.size() < BATCH ? gathered.poll() : null) {
          batch.add(call);
        }
        send(batch);
      }
    }

    private void send(List<DurableCall> batch) {
      try {
        servers.at(lane.now(), master).whenComplete((commands, error) -> {
          if (commands == null) {
            arrived(batch, null, error);
          } else {
            send(batch, commands);
          }
        });
      } catch (RuntimeException e) {
        arrived(batch, null, e);
      }
    }

    private void send(List<DurableCall> batch, RedisClusterAsyncCommands<String, String> commands) {
      batch.forEach(call -> call.run(commands));
      commands.waitForReplication(replicas, WAIT_MILLIS)
          .whenComplete((confirmed, error) -> arrived(batch, confirmed, error));
    }

    private void arrived(List<DurableCall> batch, @Nullable Long confirmed, @Nullable Throwable error) {
      if (error != null) {
        link.failed(error);
      }
      if (confirmed == null) {
        batch.forEach(call -> call.lost(error));
      } else {
        batch.forEach(call -> call.waited(confirmed >= replicas));
      }
      underWay.set(false);
      depart();
    }
  }
}
