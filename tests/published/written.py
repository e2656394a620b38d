"""Calls for packages whose docstrings show none: example values by the names of parameters, and
functions of our own around methods and classes, as users would write them.

In: installed packages. Out: (name, function, arguments).
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import FunctionType
from typing import Any

Written = tuple[str, Callable[..., Any], tuple[Any, ...]]

# package -> what its parameters are called, and an example of each
EXAMPLES: dict[str, dict[str, Any]] = {
    "psychrolib": {
        "TDryBulb": 25.3, "RelHum": 0.47, "Pressure": 101325.0, "TWetBulb": 18.1, "TDewPoint": 12.4,
        "VapPres": 1487.0, "HumRatio": 0.0092, "SpecificHum": 0.0091, "MoistAirEnthalpy": 49100.0,
        "MoistAirVolume": 0.861, "Altitude": 520.0, "StationPressure": 95226.5,
        "SeaLevelPressure": 101226.5, "TKelvin": 298.4, "TCelsius": 25.2, "TFahrenheit": 77.5,
        "TRankine": 537.2,
    },
    "pymap3d": {
        "x": 660930.1, "y": -4701424.2, "z": 4246579.6, "lat0": 42.1, "lon0": -81.9, "h0": 200.5,
        "lat": 42.3, "lon": -82.2, "h": 1130.5, "alt": 1130.5, "az": 33.2, "el": 70.4, "elev": 70.4,
        "srange": 1000.5, "slantRange": 1000.5, "e": 186.3, "n": 286.8, "u": 939.7, "d": -939.7,
        "v": 31.2, "w": 12.7, "east": 186.3, "north": 286.8, "up": 939.7, "vx": 5.2, "vy": 1.3,
        "vz": 3.4, "lat1": 40.4, "lon1": -80.2, "lat2": 43.7, "lon2": -79.1, "Lat1": 40.4,
        "Lon1": -80.2, "Lat2": 43.7, "Lon2": -79.1, "Rng": 3021.5, "rng": 3021.5, "Azim": 35.2,
        "a12": 31.2, "geodetic_lat": 41.2, "geocentric_lat": 41.2, "isometric_lat": 41.2,
        "conformal_lat": 41.2, "rectifying_lat": 41.2, "authalic_lat": 41.2, "parametric_lat": 41.2,
        "alt_m": 352.5, "lat_parametric": 41.2, "tilt": 12.5, "theta": 0.72, "rho": 2.3, "r": 2.3,
        "Jdate": 2456643.41, "geocentric_distance": 6380123.2, "heading": 28.4, "dc": 12.5,
        "downrange": 420.7, "crossrange": 121.2, "above": 939.7, "dr": 420.7, "cr": 121.2,
        "ab": 51.2, "ecef_x": 660930.1, "ecef_y": -4701424.2, "ecef_z": 4246579.6,
    },
    "astral": {
        "juliancentury": 0.2341, "jc": 0.2341, "jd2000": 8551.3, "julianday": 2459120.3,
        "julianday_2000": 8551.3, "latitude": 51.5, "declination": 11.2, "zenith": 71.2,
        "elevation": 120.5, "f0": 1.2, "f1": 1.7, "f2": 2.4, "p": 0.3, "value1": 2.3,
        "depression": 6.2, "degrees": 31.2, "value": 2.3,
    },
    "pvlib": {
        "surface_tilt": 31.2, "surface_azimuth": 172.4, "solar_zenith": 41.3, "zenith": 41.3,
        "apparent_zenith": 41.2, "solar_azimuth": 195.2, "ghi": 612.3, "dhi": 141.2, "dni": 633.1,
        "poa_global": 701.3, "temp_air": 21.3, "latitude": 43.2, "longitude": 11.3, "gcr": 0.43,
        "aoi": 27.3, "effective_irradiance": 688.2, "temp_cell": 43.1, "photocurrent": 7.21,
        "saturation_current": 2.1e-9, "nNsVth": 1.62, "resistance_series": 0.31,
        "resistance_shunt": 312.5, "airmass_absolute": 1.41, "airmass": 1.43, "alpha_sc": 0.0032,
        "precipitable_water": 1.62, "axis_azimuth": 181.3, "pitch": 5.1, "dni_extra": 1367.2,
        "wind_speed": 2.3, "pressure": 98012.3, "height": 2.1, "current": 5.3, "voltage": 28.4,
        "v_mp": 29.3, "i_mp": 6.7, "v_oc": 36.4, "i_sc": 7.2, "cells_in_series": 60, "albedo": 0.21,
        "aod500": 0.11, "pdc0": 220.5, "I_L_ref": 7.2, "I_o_ref": 2.1e-9, "R_sh_ref": 312.5,
        "R_s": 0.31, "dayofyear": 121.4, "declination": 0.21, "relative_humidity": 47.2,
        "v_dc": 312.5, "p_dc": 2104.5, "clearsky_index": 0.83, "slant_height": 1.4,
        "julian_ephemeris_century": 0.2134, "jme": 0.02134, "julian_day": 2459345.71,
        "observer_latitude": 43.2, "hourangle": 21.4, "hour_angle": 21.4, "altitude": 420.3,
        "kt": 0.62, "clearness_index": 0.62, "B": 1.3, "temp_dew": 11.2, "aod700": 0.09,
    },
    "PyAstronomy": {
        "sma": 0.052, "period": 3.21, "inc": 87.2, "q": 0.42, "m": 1.3, "ra": 121.3, "dec": 21.4,
        "ra1": 121.3, "dec1": 21.4, "ra2": 122.4, "dec2": 22.1, "jd": 2459345.71, "a": 1.2,
        "b": 0.3, "T": 2459345.2, "bv": 0.61, "tau": 0.31, "rp": 1.1, "rs": 1.2,
        "rprs": 0.11, "e": 0.21,
        "epsilon": 0.6, "vsini": 21.3, "zangle": 41.2, "alt": 421.3, "lat": 41.2, "lon": 11.3,
        "teff": 5712.3, "Teff": 5712.3, "logg": 4.41, "feh": 0.12, "mu": 0.6, "flux": 1.3,
        "wvl": 5461.2, "wave": 5461.2, "x1": 1.3, "x2": 2.1, "pmra": 12.1, "pmdec": -3.2,
        "Rs": 1.1, "k": 0.11, "p": 0.11, "z": 0.72, "u1": 0.31, "u2": 0.22, "hour": 11.3,
        "ha": 21.3, "obs_lat": 41.2, "pl": 0.9, "w": 31.2, "ms": 1.1, "mp": 0.9, "msini": 0.8,
    },
}  # fmt: skip


def _by_parameters(package: str, examples: dict[str, Any]) -> Iterator[Written]:
    """A call of each function whose required parameters have an example."""
    if package == "psychrolib":  # which has Numba compile it where that is installed
        before = sys.modules.setdefault("numba", None)  # type: ignore[arg-type]
        importlib.import_module(package)
        if before is None:
            del sys.modules["numba"]
    top = importlib.import_module(package)
    if package == "psychrolib":
        top.SetUnitSystem(top.SI)
    names = [
        info.name for info in pkgutil.walk_packages(getattr(top, "__path__", ()), package + ".")
    ]
    for name in [package, *names]:
        if "__main__" in name or ".tests" in name:
            continue
        with suppress(Exception):
            module = importlib.import_module(name)
            for function in [*vars(module).values()]:
                if type(function) is not FunctionType or function.__module__ != name:
                    continue
                given = inspect.signature(function).parameters.values()
                needed = [p.name for p in given if p.default is p.empty]
                if needed and all(one in examples for one in needed):
                    known = [*map(examples.__getitem__, needed)]
                    yield f"{name}.{function.__name__}", function, tuple(known)


def written() -> Iterator[Written]:
    """The calls of the packages that are installed."""
    for package, examples in EXAMPLES.items():
        with suppress(ImportError):
            yield from _by_parameters(package, examples)
    for of in (_geographiclib, _sgp4, _iapws, _transforms3d):
        with suppress(ImportError):
            yield from of()


def _geographiclib() -> Iterator[Written]:
    from geographiclib.constants import Constants
    from geographiclib.geodesic import Geodesic
    from geographiclib.geomath import Math

    earth = Geodesic(Constants.WGS84_a, Constants.WGS84_f)

    def inverse(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
        return earth.Inverse(lat1, lon1, lat2, lon2)["s12"]

    def azimuths(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float]:
        found = earth.Inverse(lat1, lon1, lat2, lon2)
        return found["azi1"], found["azi2"]

    def direct(lat1: float, lon1: float, azi1: float, s12: float) -> tuple[float, float, float]:
        found = earth.Direct(lat1, lon1, azi1, s12)
        return found["lat2"], found["lon2"], found["azi2"]

    def arc_direct(lat1: float, lon1: float, azi1: float, a12: float) -> tuple[float, float]:
        found = earth.ArcDirect(lat1, lon1, azi1, a12)
        return found["lat2"], found["s12"]

    def halfway(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float]:
        line = earth.InverseLine(lat1, lon1, lat2, lon2)
        found = line.Position(0.5 * line.s13)
        return found["lat2"], found["lon2"]

    def on_line(lat1: float, lon1: float, azi1: float, s12: float) -> tuple[float, float]:
        found = earth.Line(lat1, lon1, azi1).Position(s12)
        return found["lat2"], found["lon2"]

    def area(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
        polygon = earth.Polygon()
        for lat, lon in ((lat1, lon1), (lat2, lon2), (40.2, 30.1)):
            polygon.AddPoint(lat, lon)
        return polygon.Compute()[2]

    for pair in ((41.32, 174.81, -40.96, 5.5), (10.5, 20.25, 11.75, 21.5), (52.1, 13.4, 48.9, 2.3)):
        for function in (inverse, azimuths, halfway, area):
            yield f"geographiclib.{function.__name__}", function, pair
    for start in ((40.6, -73.8, 53.5, 5850e3), (-32.1, 116.2, 225.3, 200e3)):
        yield "geographiclib.direct", direct, start
        yield "geographiclib.on_line", on_line, start
        yield "geographiclib.arc_direct", arc_direct, (*start[:3], 31.2)
    for function, args in (
        (Math.AngNormalize, (191.2,)),
        (Math.AngDiff, (12.3, 191.7)),
        (Math.sincosd, (31.2,)),
        (Math.atan2d, (0.3, -0.7)),
        (Math.sind if hasattr(Math, "sind") else Math.cbrt, (8.3,)),
        (Math.norm, (3.2, 4.1)),
        (Math.AngRound, (0.05,)),
        (Math.sum, (1.3, 2.6)),
    ):
        yield f"geographiclib.{function.__name__}", function, args


def _sgp4() -> Iterator[Written]:
    from sgp4 import ext, propagation
    from sgp4.earth_gravity import wgs72
    from sgp4.io import twoline2rv

    lines = (
        (
            "1 25544U 98067A   19343.69339541  .00001764  00000-0  38792-4 0  9991",
            "2 25544  51.6439 211.2001 0007417  17.6667  85.6398 15.50103472202482",
        ),
        (
            "1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813",
            "2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656",
        ),
        (
            "1 28129U 03058A   06175.57071136 -.00000104  00000-0  10000-3 0   459",
            "2 28129  54.7298 324.8098 0048506 266.2640  93.1663  2.00562768 18443",
        ),
    )
    for first, second in lines:
        satellite = twoline2rv(first, second, wgs72)

        def position(minutes: float, satellite: Any = satellite) -> Any:
            return propagation.sgp4(satellite, minutes)[0]

        for minutes in (0.5, 120.25, 1440.75):
            # a default that holds the satellite is not an argument of the call
            yield f"sgp4.position of {first[2:7]}", _alone(position, satellite), (minutes,)
    r, v = [-6045.2, -3490.1, 2500.3], [-3.457, 6.618, 2.533]
    for function, args in (
        (ext.mag, (r,)),
        (ext.dot, (r, v)),
        (ext.angle, (r, v)),
        (ext.newtonnu, (0.31, 1.2)),
        (ext.newtonnu, (1.31, 0.7)),
        (ext.rv2coe, (r, v, 398600.4418)),
        (propagation.gstime, (2453101.83,)),
    ):
        yield f"sgp4.{function.__name__}", function, args


def _alone(function: Callable[..., Any], satellite: Any) -> Callable[[float], Any]:
    def position(minutes: float) -> Any:
        return function(minutes, satellite)

    return position


def _iapws() -> Iterator[Written]:
    from iapws import IAPWS95, IAPWS97, SeaWater

    def steam(t: float, p: float) -> tuple[float, float, float]:
        found = IAPWS97(T=t, P=p)
        return found.h, found.s, found.rho

    def by_enthalpy(p: float, h: float) -> tuple[float, float]:
        found = IAPWS97(P=p, h=h)
        return found.T, found.s

    def saturated(p: float) -> tuple[float, float]:
        found = IAPWS97(P=p, x=0)
        return found.T, found.h

    def scientific(t: float, p: float) -> tuple[float, float]:
        found = IAPWS95(T=t, P=p)
        return found.rho, found.h

    def by_density(t: float, rho: float) -> tuple[float, float]:
        found = IAPWS95(T=t, rho=rho)
        return found.P, found.s

    def sea(t: float, p: float, s: float) -> tuple[float, float]:
        found = SeaWater(T=t, P=p, S=s)
        return found.rho, found.h

    for t, p in ((320.5, 0.3), (620.4, 2.1), (700.2, 30.3), (1200.5, 10.2)):
        yield "iapws.steam", steam, (t, p)
    yield "iapws.by_enthalpy", by_enthalpy, (3.1, 520.3)
    yield "iapws.by_enthalpy", by_enthalpy, (3.1, 3020.3)
    yield "iapws.saturated", saturated, (1.3,)
    yield "iapws.scientific", scientific, (500.3, 3.2)
    yield "iapws.by_density", by_density, (500.3, 838.2)
    yield "iapws.sea", sea, (301.2, 0.2, 0.034)


def _transforms3d() -> Iterator[Written]:
    import numpy as np
    from transforms3d import affines, axangles, euler, quaternions, reflections, shears, zooms

    q, p = [0.8, 0.2, -0.4, 0.4], [0.5, -0.5, 0.5, 0.5]
    m = euler.euler2mat(0.3, -0.4, 1.2)
    for function, args in (
        (quaternions.quat2mat, (q,)),
        (quaternions.qmult, (q, p)),
        (quaternions.qinverse, (np.array(q),)),
        (quaternions.rotate_vector, ([1.2, 0.3, -0.4], np.array(q))),
        (quaternions.mat2quat, (m,)),
        (quaternions.quat2axangle, (q,)),
        (quaternions.axangle2quat, ([1.2, 0.3, -0.4], 0.7)),
        (quaternions.qexp, (np.array(q),)),
        (quaternions.qlog, (np.array(q),)),
        (quaternions.qpow, (np.array(q), 0.3)),
        (euler.euler2mat, (0.3, -0.4, 1.2, "sxyz")),
        (euler.euler2quat, (0.3, -0.4, 1.2, "rzyx")),
        (euler.mat2euler, (m, "rzxz")),
        (euler.quat2euler, (q,)),
        (euler.euler2axangle, (0.3, -0.4, 1.2)),
        (axangles.axangle2mat, ([1.2, 0.3, -0.4], 0.7)),
        (affines.compose, ([1.1, 2.2, 3.3], m, [1.5, 0.8, 1.1])),
        (reflections.rfnorm2aff, ([1.2, 0.3, -0.4],)),
        (shears.striu2mat, ([0.1, 0.2, 0.3],)),
        (zooms.zfdir2mat, (1.7, [1.2, 0.3, -0.4])),
    ):
        yield f"transforms3d.{function.__name__}", function, args
