package news.nashra.local.stack.states;

import com.fasterxml.jackson.databind.JsonNode;

/// Calls the functions of `Task` states. Threads share it.
@FunctionalInterface
public interface Tasks {
  JsonNode call(String function, JsonNode event) throws StateFault;
}
