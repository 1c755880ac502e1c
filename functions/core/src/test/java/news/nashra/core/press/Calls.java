package news.nashra.core.press;

import news.nashra.core.press.Actor.Role;
import news.nashra.core.press.Protocol.Rule;
import news.nashra.core.press.World.Moves;

/// The next call of an actor, and everything that may come of it.
record Calls(World world, State state, Actor actor) {

  void addTo(Moves moves) {
    switch (actor.step()) {
      case LOOK -> moves.add(looked(state.page()), name(), "sees", state.page());
      case ASSUME -> moves.add(looked(Content.NOTHING), name(), "assumes that nothing is there");
      case READ -> moves.add(read(), name(), "reads", truth());
      case WRITE -> write(moves);
      case LOOK_BACK -> moves.add(lookedBack(), name(), "looks back and reads", truth());
      case NOTE -> note(moves);
      case ACKNOWLEDGE ->
          moves.add(consumed(state.withRecords(state.records() - 1)), name(), "acknowledges");
      case FORGET -> forget(moves);
    }
    moves.fault(state.minus(actor), name(), "dies");
  }

  private State looked(Content page) {
    var seen = actor.sees(page, state.now());
    return has(Rule.LOOK_BEFORE_READ) ? state.replacing(actor, seen.to(Step.READ)) : decided(seen);
  }

  private State read() {
    var learnt = actor.learns(truth());
    return has(Rule.LOOK_BEFORE_READ)
        ? decided(learnt)
        : state.replacing(actor, learnt.to(Step.LOOK));
  }

  /// Writes only if page and truth differ, except that an unconditional deletion of a withdrawn
  /// page is always sent.
  private State decided(Actor informed) {
    boolean same = informed.read().page() == informed.etag();
    boolean always = informed.read() == Content.WITHDRAWN && !has(Rule.CONDITIONAL_DELETE);
    return same && !always ? pressed(state) : state.replacing(actor, informed.to(Step.WRITE));
  }

  private State lookedBack() {
    return truth() == actor.read() ? pressed(state) : pressAnew();
  }

  private void write(Moves moves) {
    var page = actor.read().page();
    var call =
        switch (page) {
          case NOTHING, WITHDRAWN -> "deletes the page";
          case A -> "puts A";
          case B -> "puts B";
        };
    if (isGranted(page)) {
      moves.add(written(state.with(page)), name(), call);
      moves.fault(state.with(page), name(), call, "and is to send it again: no answer");
    } else {
      moves.add(pressAnew(), name(), call, "but is refused: 412");
    }
    moves.fault(pressAnew(), name(), call, "but is refused: 409");
  }

  /// Whether S3 accepts the call. With `If-Match`, a put is refused unless that page is there; a
  /// deletion also succeeds if there is no page ([conditional
  /// requests](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html)).
  private boolean isGranted(Content page) {
    boolean matches = state.page() == actor.etag();
    return page == Content.NOTHING
        ? matches || state.page() == Content.NOTHING || !has(Rule.CONDITIONAL_DELETE)
        : matches || !has(Rule.CONDITIONAL_PUT);
  }

  private State written(State after) {
    boolean created = actor.etag() == Content.NOTHING && actor.read() != Content.WITHDRAWN;
    boolean cleared = actor.read() == Content.NOTHING;
    return has(Rule.LOOK_BACK) && (created || cleared)
        ? after.replacing(actor, actor.to(Step.LOOK_BACK))
        : pressed(after);
  }

  private void note(Moves moves) {
    boolean written = actor.at() > state.again() || !has(Rule.AGAIN_ONLY_GROWS);
    var after = written ? state.withAgain(actor.at()) : state;
    moves.add(consumed(after), name(), written ? "writes AGAIN" : "leaves a later AGAIN");
    moves.fault(after, name(), "writes AGAIN and is to send it again: no answer");
  }

  private void forget(Moves moves) {
    boolean deleted = actor.at() == state.again() || !has(Rule.FORGET_IF_UNCHANGED);
    var after = deleted ? state.withAgain(0) : state;
    moves.add(after.minus(actor), name(), deleted ? "deletes AGAIN" : "leaves a later AGAIN");
  }

  private State pressAnew() {
    return state.replacing(
        actor, Actor.starting(actor.role(), world.protocol().pressing(), actor.at()));
  }

  /// The state after the press is done.
  private State pressed(State after) {
    return switch (actor.role()) {
      case EDITOR -> after.minus(actor);
      case CLOCK -> after.replacing(actor, Actor.starting(Role.CLOCK, Step.FORGET, actor.at()));
      case CONSUMER -> consumed(after, Step.LOOK);
    };
  }

  private State consumed(State after) {
    return consumed(after, actor.step());
  }

  private State consumed(State after, Step done) {
    return world
        .protocol()
        .consumerAfter(done)
        .map(step -> after.replacing(actor, world.consumer(after, step)))
        .orElseGet(() -> after.minus(actor));
  }

  private Content truth() {
    return world.truth(state);
  }

  private boolean has(Rule rule) {
    return world.protocol().has(rule);
  }

  private String name() {
    return switch (actor.role()) {
      case EDITOR -> "a press";
      case CONSUMER -> "the consumer";
      case CLOCK -> "the clock";
    };
  }
}
