"""Validates every signature of a PDF with pyHanko and prints a JSON list: pyhanko-verify.py <pdf> <anchor.pem> <moment>."""

import json
import sys
from datetime import datetime

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

pdf, anchor, moment = sys.argv[1:]
context = {"trust_roots": [load_cert_from_pemder(anchor)], "moment": datetime.fromisoformat(moment), "allow_fetching": False}
reports = []
with open(pdf, "rb") as file:
    for signature in PdfFileReader(file).embedded_signatures:
        status = validate_pdf_signature(signature, ValidationContext(**context))
        reports.append(
            {
                "field": signature.field_name,
                "valid": status.valid,
                "intact": status.intact,
                "trusted": status.trusted,
                "bottomLine": status.bottom_line,
                "changes": status.modification_level.name,
                "coverage": status.coverage.name,
            }
        )
print(json.dumps(reports))
