import Hummingbird
import Vraagbaak

/// What watches the server, and what describes it.
struct OperationEndpoints: EndpointGroup {
  func endpoints(_ library: Library) -> [Endpoint] {
    [
      Endpoint(
        path: "/healthz", name: "health", summary: "Whether the index can be read now.",
        replies: [.json("Health", "It can.")], followsIndex: false, isOpen: true
      ) { call in
        _ = try await call.library.state()
        return try .json(Health(status: "ok"))
      },
      Endpoint(
        path: "/metrics", name: "metrics", summary: "Figures for Prometheus.",
        replies: [.other(MediaType.metrics, summary: "In its text format.")], followsIndex: false
      ) { call in
        let state = try await call.library.state()
        return .text(call.library.metrics.text(state), MediaType.metrics)
      },
    ]
  }

  private struct Health: Encodable { let status: String }
}
