"""PDF, where WeasyPrint is installed (the extra ``pdf``): tagged, with the page's title and language."""

from __future__ import annotations

import logging
from typing import cast

from jobcoach.errors import Refused


def pdf(page: str) -> bytes:
    """Return an HTML document as a tagged PDF (PDF/UA-1). Raises Refused without WeasyPrint.

    Nothing is fetched: what a page shows stands in it.
    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:  # OSError: its system libraries are missing
        raise Refused("pdf-missing") from error
    # It complains of each rule that only a screen needs.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    document = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols=["data"]))
    return cast(bytes, document.write_pdf(pdf_variant="pdf/ua-1"))
