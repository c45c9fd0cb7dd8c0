"""The part of curl that the documentation uses, for machines that have none: `python curl.py [options] URL`.

Like `curl --fail-with-body` it prints the body of an error too, and ends with exit code 22.
"""

import argparse
import sys
from http.cookiejar import MozillaCookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, Request, build_opener


def main() -> int:
    """Send the request of the command line, print the body of its response, and return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("-s", "-N", "--fail-with-body", action="store_true")
    parser.add_argument("-b", dest="cookies")
    parser.add_argument("-c", dest="cookies")
    parser.add_argument("-X", dest="method")
    parser.add_argument("-H", dest="headers", action="append", default=[])
    parser.add_argument("-d", dest="body")
    parser.add_argument("url")
    options = parser.parse_args()
    jar = MozillaCookieJar(options.cookies)
    if options.cookies and Path(options.cookies).exists():
        jar.load(ignore_discard=True)
    headers = dict(header.split(": ", 1) for header in options.headers)
    body = options.body.encode() if options.body is not None else None
    request = Request(options.url, body, headers, method=options.method)  # noqa: S310 - of the documentation
    try:
        response, status = build_opener(HTTPCookieProcessor(jar)).open(request), 0
    except HTTPError as error:
        response, status = error, 22
    for line in response:
        sys.stdout.buffer.write(line)
    if options.cookies:
        jar.save(ignore_discard=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
