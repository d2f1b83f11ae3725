"""Organizations: the political system as a dated tree.

Who reports to whom, under which name, on which day: Party committees and their
bodies, the State, the Front and the mass organizations, the armed forces, the
judiciary, and the places they stand over.  Organizations open, close and move;
on 1 July 2025 the district went as a level (Kết luận 127-KL/TW, 202/2025/QH15).

>>> from danvan.organizations import Organizations
>>> tree = Organizations.shipped("tam_duong")
>>> [member.full_name for member in tree.children("tam_duong.mass_organizations")][:3]
['Ủy ban Mặt trận Tổ quốc Việt Nam huyện Tam Đường',
 'Hội Liên hiệp Phụ nữ huyện Tam Đường',
 'Hội Nông dân huyện Tam Đường']
>>> tree.topmost("tam_duong.communes.ban_bo.women", "district").full_name
'Huyện ủy Tam Đường'
"""

from danvan.organizations.comparison import Change, ChangeKind, compare
from danvan.organizations.country import Country
from danvan.organizations.kinds import LevelNames, OrganizationKind, organization_kinds
from danvan.organizations.link import Link
from danvan.organizations.organization import Branch, Level, Organization, split_place
from danvan.organizations.pictures import to_html, to_mermaid, to_svg, to_text
from danvan.organizations.posts import Mandate, MandateStyle, SigningLine, signing_lines
from danvan.organizations.succession import Crosswalk, Part, Rebased, Succession, SuccessionKind
from danvan.organizations.tree import Organizations

__all__ = [
    "Branch",
    "Change",
    "ChangeKind",
    "Country",
    "Crosswalk",
    "Level",
    "LevelNames",
    "Link",
    "Mandate",
    "MandateStyle",
    "Organization",
    "OrganizationKind",
    "Organizations",
    "Part",
    "Rebased",
    "SigningLine",
    "Succession",
    "SuccessionKind",
    "compare",
    "organization_kinds",
    "signing_lines",
    "split_place",
    "to_html",
    "to_mermaid",
    "to_svg",
    "to_text",
]
