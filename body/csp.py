"""What a page with the editor is allowed beyond the rest of the desk: styles that CKEditor writes into its elements.

Scripts are not among it: with ``static/body/editor/shim.js`` the editor runs under ``script-src 'self'``.
"""

from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update

# Any, as django-csp types plain functions alone and this stands above methods too.
allow_editor: Any = csp_update({"style-src": [SELF, UNSAFE_INLINE]})
