"""From the bytes of an uploaded file to the pixels that a reader is to see: upright, in sRGB, on white."""

from __future__ import annotations

import io

from PIL import Image as Pillow
from PIL import ImageCms, ImageOps

ORIENTATION = 0x0112
LYING = {5, 6, 7, 8}  # orientations in which width and height change places


def read(content: bytes, least: tuple[int, int]) -> Pillow.Image:
    """The picture without anything but its pixels; a JPEG is decoded no larger than ``least`` needs.

    ``least`` is width and height as seen. A draft of a JPEG is a half, a quarter or an eighth, never less than asked.
    """
    with Pillow.open(io.BytesIO(content)) as picture:
        is_lying = picture.getexif().get(ORIENTATION) in LYING
        picture.draft(None, least[::-1] if is_lying else least)
        seen = _on_white(ImageOps.exif_transpose(picture))
    seen.info = {}
    return seen


def _on_white(picture: Pillow.Image) -> Pillow.Image:
    """The pixels in RGB; what is transparent becomes white."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        ground = Pillow.new("RGBA", layer.size, "white")
        flat = Pillow.alpha_composite(ground, layer).convert("RGB")
        flat.info["icc_profile"] = picture.info.get("icc_profile")
        return _in_srgb(flat)
    if picture.mode.startswith("I"):  # grey in 16 bits, which Pillow would cut off at 255
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L").convert("RGB")
    return _in_srgb(picture)


def _in_srgb(picture: Pillow.Image) -> Pillow.Image:
    """The pixels in sRGB, which is what a reader's screen takes them for; a broken profile is ignored."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            seen = ImageCms.profileToProfile(picture, meant, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            seen = None
        if seen is not None:
            return seen
    return picture.convert("RGB")
