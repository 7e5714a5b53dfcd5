"""Discourse networks: who stands with or against whom, and on what.

The names and definitions are those of the field (Leifeld 2017, *Discourse network
analysis*), and the figures agree with its tool. The modules, each with its
definitions:

- `stancegraph.networks.matrices`: two-mode and one-mode networks;
- `stancegraph.networks.graphs`: the same as networkx graphs whose edges lead to
  the statements behind them;
- `stancegraph.networks.windows`: moving windows and kernels;
- `stancegraph.networks.files`: CSV, GraphML, GEXF and JSON;
- `stancegraph.networks.polarisation`: how far two camps stand against each other;
- `stancegraph.networks.backbone`: which issues carry the structure;
- `stancegraph.networks.clusters`: who belongs together, and what holds them;
- `stancegraph.networks.signed`: balance, bridging issues, brokers.

All start from a table of statements, `stancegraph.statements`.
"""

from stancegraph.networks.graphs import Evidence, Node, to_graph
from stancegraph.networks.matrices import Network, Tensor, network, project, tensor

__all__ = ["Evidence", "Network", "Node", "Tensor", "network", "project", "tensor", "to_graph"]
