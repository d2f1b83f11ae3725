"""Testing: Hypothesis strategies for danvan's values (the extra ``danvan[testing]``).

With danvan installed, Hypothesis knows its classes by itself:
``st.from_type(danvan.Period)`` draws periods.  :mod:`danvan.testing.strategies`
has each strategy by name, with arguments that narrow it.
"""

__all__: list[str] = []
