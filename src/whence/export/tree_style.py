"""How drawn family trees look, in light and dark; no meaning hangs on a colour alone."""

from __future__ import annotations

STYLE = """
text{font:12px system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif;fill:#1b1b1b}
.title{font-weight:600;font-size:14px}.head{font-weight:600}.tick{font-size:11px;fill:#555}
.chance{font-size:10.5px;fill:#333}.back{fill:#fcfcfb}
.box{fill:#fff;stroke:#39506b;stroke-width:1.2}.origin{stroke-dasharray:6 3;fill:#f6f3ea}
.untimed{stroke:#8a8f96;fill:#f4f4f4}.speech{stroke-dasharray:1.5 3;fill:#f3f6f3}
.edge{fill:none;stroke:#39506b;stroke-width:1.6}.unsure{stroke-opacity:.65}.mosaic{stroke-width:.8}
.arrow{fill:#39506b}.spoken{stroke-width:1.3;stroke-dasharray:1.5 3.5}
.grid{stroke:#e2e2e0;stroke-width:1}.cut{fill:none;stroke:#555;stroke-width:1.2}
@media (prefers-color-scheme:dark){text{fill:#eee}.tick,.chance{fill:#c2c2c2}.back{fill:#15181b}
.box{fill:#20262d;stroke:#9db7d6}.origin{fill:#2e2a1f}.untimed{fill:#262728;stroke:#8d9299}.speech{fill:#1f2a22}
.edge{stroke:#9db7d6}.arrow{fill:#9db7d6}.grid{stroke:#2e3338}.cut{stroke:#c2c2c2}}
"""
