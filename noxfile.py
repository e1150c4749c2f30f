"""What a contributor does: ``nox --list`` names it, ``nox`` alone does what must pass before a commit.

Every task runs in the environment that nox itself is installed in (``pip install -e '.[dev]'``).
"""

from __future__ import annotations

import os
import sys

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "types", "tests"]
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def python(session: nox.Session, *arguments: str) -> None:
    """Run this Python with arguments, those after ``--`` on nox's own line among them."""
    session.run(sys.executable, *arguments, *session.posargs, external=True)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests, the gate over the shared sets with them; `nox -s tests -- tests/measure` runs a part."""
    python(session, "-m", "pytest", "--quiet")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style; `nox -s lint -- --fix` mends what can be mended."""
    python(session, "-m", "ruff", "check", ".")
    if not session.posargs:
        python(session, "-m", "ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types of package, tests, benchmarks and training code, strictly."""
    python(session, "-m", "mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """Run the examples of docstrings, README and docs."""
    python(session, "-m", "pytest", "--quiet", "src", "tests/test_output.py", "tests/facts/test_rules.py", "tests/docs")


@nox.session
def site(session: nox.Session) -> None:
    """Build the documentation as a site in build/site, warnings as errors; needs `pip install -e '.[docs]'`."""
    python(session, ".ci/website.py")


@nox.session
def standards(session: nox.Session) -> None:
    """Hold what is handed on against HXL's library, IATI's schemas (pyIATI asks for an old lxml) and Datasette."""
    folder = session.create_tmp()
    install = (sys.executable, "-m", "pip", "install", "--quiet", "--target", folder)
    session.run(*install, "libhxl==5.2.2", "datasette>=0.65,<1", external=True)
    session.run(*install, "--no-deps", "pyIATI==0.4.1", external=True)
    session.env["PYTHONPATH"] = os.pathsep.join(map(os.path.abspath, ["src", folder]))
    python(session, "-m", "pytest", "--quiet", "tests/exports")


@nox.session
def remote(session: nox.Session) -> None:
    """Read and write s3, gs, http and https on servers of this machine; `nox -s remote -- --write`."""
    folder = session.create_tmp()
    install = (sys.executable, "-m", "pip", "install", "--quiet", "--target", folder)
    servers = ("moto[server]>=5.2,<6", "gcp-storage-emulator", "trustme>=1.2,<2")
    session.run(*install, *servers, "s3fs>=2024.6", "gcsfs>=2024.6", "aiohttp>=3.9,<4", external=True)
    session.env["PYTHONPATH"] = os.pathsep.join(map(os.path.abspath, ["src", folder]))
    python(session, "-m", "benchmarks", "remote")


@nox.session
def refresh(session: nox.Session) -> None:
    """Make again what is made: data/out, the README's table, the rooms in CONTRIBUTING; read the difference."""
    python(session, ".ci/refresh.py")


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Measure everything and write benchmarks/RESULTS.md; `nox -s benchmarks -- --only facts` measures a part."""
    python(session, "-m", "benchmarks")


@nox.session
def gate(session: nox.Session) -> None:
    """Show all figures beside their floors; `nox -s gate -- --raise` writes better ones."""
    python(session, "-m", "benchmarks", "gate")


@nox.session
def bounds(session: nox.Session) -> None:
    """Try the oldest and the newest packages that pyproject.toml allows, each in an environment of its own."""
    python(session, ".ci/bounds.py")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Hunt for odd texts that break a law; `nox -s fuzz -- --minutes 60 --seed 7`."""
    python(session, "-m", "benchmarks", "fuzz", "texts")


@nox.session
def lock(session: nox.Session) -> None:
    """Renew locks/*.txt, exact versions with hashes; `nox -s lock -- --check` says whether they still fit."""
    python(session, ".ci/lock.py")


@nox.session
def audit(session: nox.Session) -> None:
    """Ask for known faults of the locked versions; needs a network and `pip install pip-audit`."""
    python(session, "-m", "pip_audit", "--require-hashes", "--disable-pip", "-r", "locks/all.txt")


@nox.session
def sbom(session: nox.Session) -> None:
    """Write sbom.json (CycloneDX), the parts that factx is made of; needs `pip install cyclonedx-bom`."""
    of_factx = ("--pyproject", "pyproject.toml", "--mc-type", "library", "--output-reproducible")
    python(session, "-m", "cyclonedx_py", "requirements", "locks/all.txt", *of_factx, "--output-file", "sbom.json")


@nox.session
def weight(session: nox.Session) -> None:
    """Install factx afresh and say what each package weighs."""
    python(session, "-m", "benchmarks.weight")
