from . import bike, damage, rental
