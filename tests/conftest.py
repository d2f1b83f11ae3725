"""Laws are held as often on a slow machine as on a fast one; times are not their business."""

from hypothesis import HealthCheck, settings

settings.register_profile("danvan", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("danvan")
