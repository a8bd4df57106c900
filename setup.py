"""Put assets/ into the wheel as physioplan/assets; everything else is said in pyproject.toml."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["physioplan", "physioplan.*"]), "physioplan.assets"],
    package_dir={"physioplan.assets": "assets"},
)
